export const actions = {
  add: "Add",
  approve: "Approve",
  back: "Back",
  cancel: "Cancel",
  close: "Close",
  delete: "Delete",
  download: "Download CSV",
  edit: "Edit",
  print: "Print",
  reject: "Reject",
  remove: "Remove",
  save: "Save",
  send: "Send",
}

export const states = {
  loading: "Loading…",
  failed: "This could not be shown",
  retry: "Try again",
  nothing_found: "Nothing found",
  nothing_found_hint: "Change the search or the filters.",
}

export const lists = {
  all: "{{label}}: all",
  search: "Search",
  sort: "Sort by",
  newest: "Newest first",
  oldest: "Oldest first",
  pages: "Pages",
  range: "{{from}}–{{to}} of {{count}}",
  previous: "Previous",
  next: "Next",
}

/** By the code of a refusal. What is not here is shown in the server's own words. */
export const errors = {
  unknown: "Something went wrong. Try again.",
  offline: "There is no connection. What you typed is kept: try again when you are back online.",
  timed_out: "The server did not answer in time. Look whether it was done before you try again.",
  record_busy: "Somebody else is working on the same record. Try again in a moment.",
  permission_missing: "Your role in this shop does not allow this.",
  step_up_required: "This asks for your second step: try again and show it.",
  sign_in_again_required: "You signed in too long ago for this. Sign in again.",
  too_many_attempts: "Too many attempts. Wait a little.",
  code_invalid: "The code is wrong or has run out.",
  factor_code_used: "This code was used already. Wait for the next one.",
  factor_exists: "There is one already. Remove it first.",
  factor_resting: "Your phone number was changed a few days ago. Use another way until a week has passed.",
  phone_invalid: "Type the number of a mobile phone with its country, like +2348031234567.",
  phone_taken: "Another login has this phone number.",
  password_wrong: "The password is wrong.",
  last_owner: "A shop keeps at least one owner: make somebody else owner first.",
  grant_refused: "Nobody gives or takes more than they hold themselves.",
  api_key_limit_reached: "The shop has as many keys as it may. Revoke one first.",
}

export const frame = {
  offline: "No connection",
  shop: "Shop",
  acting_for: "Acting for {{shop}}",
  stop_acting: "Stop",
  shop_pages: "Shop’s pages",
}

export const nav = {
  home: "Home",
  orders: "Orders",
  returns: "Returns",
  disputes: "Disputes",
  products: "Products",
  inventory: "Inventory",
  promotions: "Promotions",
  finance: "Finance",
  analytics: "Analytics",
  performance: "Performance",
  settings: "Settings",
  marketplace: "Marketplace",
  vendors: "Shops",
  approvals: "Product approval",
  commission: "Commission",
  operations: "Operations",
  audit: "Audit log",
}
