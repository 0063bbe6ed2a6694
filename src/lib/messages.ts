/** What a message is filled with. A template reads its own names; a name that is missing is the caller's bug. */
export type MessageData = Record<string, string>

export type Message = { subject: string; text: string }

const read = (data: MessageData, name: string): string => {
  const value = data[name]
  if (!value) {
    throw new RangeError(`a message needs ${name}`)
  }

  return value
}

const codeMessage = (purpose: string) => (data: MessageData) => ({
  subject: `Your code to ${purpose}`,
  text: `${read(data, "code")} is your code to ${purpose}. It holds for ${read(data, "minutes")} minutes. Never tell it to anybody.`,
})

/** Every message that the platform sends about access, as plain text. */
export const MESSAGES = {
  sign_in_code: codeMessage("sign in"),
  phone_change_code: codeMessage("use this phone number"),
  verification_code: codeMessage("confirm that this is yours"),
  second_factor_code: codeMessage("confirm that it is you"),
  email_verification_link: (data) => ({
    subject: "Confirm your e-mail address",
    text: `Open this link to confirm your e-mail address:\n${read(data, "url")}\n\nIt holds for ${read(data, "minutes")} minutes and asks you to sign in. If you did not sign up, somebody else did with your address: do not open it. To have the login for yourself, recover its password; else do nothing.`,
  }),
  password_reset_link: (data) => ({
    subject: "Choose a new password",
    text: `Open this link to choose a new password:\n${read(data, "url")}\n\nIt holds for ${read(data, "minutes")} minutes and works once. If you did not ask for it, do nothing.`,
  }),
  password_changed: () => ({
    subject: "Your password was changed",
    text: "Your password was changed, and you were signed out everywhere. If this was not you, recover your password now.",
  }),
  login_exists: () => ({
    subject: "You have an account already",
    text: "Somebody, perhaps you, tried to sign up with this address. There is an account for it already: sign in with your password, or recover it if you do not remember it. If this was not you, do nothing.",
  }),
  phone_changed: () => ({
    subject: "Your phone number was changed",
    text: "The phone number of your login was changed. If this was not you, write to the support at once.",
  }),
  second_factor_added: (data) => ({
    subject: "A second factor was added",
    text: `A second factor (${read(data, "factor")}) was added to your login. If this was not you, write to the support at once.`,
  }),
  second_factor_removed: (data) => ({
    subject: "A second factor was removed",
    text: `A second factor (${read(data, "factor")}) was removed from your login. If this was not you, write to the support at once.`,
  }),
  order_link: (data) => ({
    subject: "Your order",
    text: `Open this link to see your order:\n${read(data, "url")}\n\nIt holds for ${read(data, "days")} days. Whoever has it can read the order, so pass it to nobody.`,
  }),
  staff_invitation: (data) => ({
    subject: "You are invited to the staff of the marketplace",
    text: `Open this link to join:\n${read(data, "url")}\n\nIt holds until ${read(data, "expires_at")} and works once, for this address alone.`,
  }),
  vendor_invitation: (data) => ({
    subject: `You are invited to the shop ${read(data, "vendor_name")}`,
    text: `Open this link to join:\n${read(data, "url")}\n\nIt holds until ${read(data, "expires_at")} and works once, for this address alone.`,
  }),
  shop_status_changed: (data) => ({
    subject: `Your shop ${read(data, "vendor_name")} is now ${read(data, "status")}`,
    text: `Your shop ${read(data, "vendor_name")} is now ${read(data, "status")}.\n\n${read(data, "explanation")}`,
  }),
  shop_requirement_rejected: (data) => ({
    subject: `Your shop ${read(data, "vendor_name")} has something to mend`,
    text: `This part of your application was not accepted: ${read(data, "requirement")}.\n\nReason: ${read(data, "reason")}`,
  }),
  shop_bank_account_changed: (data) => ({
    subject: `The bank account of ${read(data, "vendor_name")} was changed`,
    text: `The money of your shop ${read(data, "vendor_name")} now goes to the account of ${read(data, "account_name")} that ends in ${read(data, "last_digits")}. If no one of you did this, write to the support at once.`,
  }),
  shop_owes: (data) => ({
    subject: `${read(data, "vendor_name")} owes ${read(data, "amount")}`,
    text: `Your shop ${read(data, "vendor_name")} has owed the marketplace money since ${read(data, "since")}: ${read(data, "amount")}. It is taken from your next sales, and nothing is paid out until then. The transactions of your shop show what it is for.`,
  }),
  shop_debt_invoice: (data) => ({
    subject: `${read(data, "vendor_name")} is asked to pay ${read(data, "amount")}: ${read(data, "number")}`,
    text: `Your shop ${read(data, "vendor_name")} has owed the marketplace ${read(data, "amount")} for a while. Please pay it by ${read(data, "due")}, and write ${read(data, "number")} on the transfer. What your next sales bring is still taken from it, so look at the invoice among the debts of your shop first: it shows what is left.`,
  }),
  shop_is_waited_for: (data) => ({
    subject: `${read(data, "vendor_name")}: ${read(data, "what")}`,
    text: `${read(data, "what")}.\n\nIf nothing happens until ${read(data, "due")}, ${read(data, "otherwise")}.`,
  }),
  buyer_is_waited_for: (data) => ({
    subject: `Order #${read(data, "number")}: ${read(data, "what")}`,
    text: `${read(data, "what")}.\n\nIf nothing happens until ${read(data, "due")}, ${read(data, "otherwise")}.`,
  }),
} as const satisfies Record<string, (data: MessageData) => Message>

export type MessageTemplate = keyof typeof MESSAGES

/** The words of a message. */
export const messageOf = (template: MessageTemplate, data: MessageData): Message => MESSAGES[template](data)
