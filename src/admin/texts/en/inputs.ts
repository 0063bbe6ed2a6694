/** What is wrong with what was typed. */
export const inputs = {
  link: "Type a whole link, such as https://courier.example/123.",
  optional: "Optional",
  required: "Fill this in.",
  hidden_wrong: "Something that is not shown at the moment is wrong: {{fault}}",
  amount: "Type an amount in figures, such as 1500.50.",
  code: "Type the code that you were given.",
  too_long: "At most {{count}} characters.",
  at_most: "At most {{count}}.",
  window_blocked: "The browser has not let a new window open. The page is saved as a file instead.",
  kilobytes: "{{size}} KB",
  download: "Download",
  currency_code: "Type the currency’s code, such as NGN, KES or XOF.",
  currency: "Currency",
  amount_label: "Amount",
  add_currency: "Add a currency",
  bad_amounts:
    "Each row needs a currency such as NGN and an amount that it can pay, and each currency only once.",
}
