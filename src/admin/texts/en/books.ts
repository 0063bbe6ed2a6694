/** Postings and statements. */
export const books = {
  kind: "What",
  occurred: "Happened",
  entry: "Entry",
  reverses: "Takes back",
  only_of: "Only of {{owner}}: show all",
  statements: "Statements",
  statements_of: "Statements of {{shop}}",
  statements_hint: "What the shop reads, month by month.",
  no_statements_hint: "The first comes with the shop’s first sale.",
  references: {
    bank_reference: "The bank’s reference",
    debt_invoice_id: "Invoice",
    deposit_reference: "Reference of the deposit",
    dispute_id: "Dispute",
    gateway: "Gateway",
    gateway_reference: "Reference at the gateway",
    gateway_settlement_id: "Settlement",
    gateway_top_up_id: "Top-up",
    order_id: "Order",
    payout_id: "Payout",
    vendor_order_id: "Part of the order",
    write_off_id: "Write-off",
  },
}

/** Payouts that people make at the bank. */
export const bank_files = {
  title: "To send by bank",
  hint: "No gateway pays these: somebody pays them at the bank, by a file that it reads.",
  waiting_one: "{{currency}}: {{count}} payout",
  waiting_other: "{{currency}}: {{count}} payouts",
  since: "Since {{when}}",
  take: "Download the file in {{currency}}",
  take_hint: "They count as sent once you have the file. Write down on each payout how it ended.",
  again: "The bank’s file again",
  file: "File for the bank",
}
