import type * as en from "../en/books"

export const books: typeof en.books = {
  kind: "Quoi",
  occurred: "Date",
  entry: "Écriture",
  reverses: "Annule",
  only_of: "Seulement de {{owner}} : tout montrer",
  statements: "Relevés",
  statements_of: "Relevés de {{shop}}",
  statements_hint: "Ce que lit la boutique, mois par mois.",
  no_statements_hint: "Le premier vient avec la première vente de la boutique.",
  references: {
    bank_reference: "Référence de la banque",
    debt_invoice_id: "Facture",
    deposit_reference: "Référence du dépôt",
    dispute_id: "Litige",
    gateway: "Passerelle",
    gateway_reference: "Référence à la passerelle",
    gateway_settlement_id: "Règlement",
    gateway_top_up_id: "Approvisionnement",
    order_id: "Commande",
    payout_id: "Versement",
    vendor_order_id: "Part de la commande",
    write_off_id: "Abandon",
  },
}

export const bank_files: typeof en.bank_files = {
  title: "À envoyer par la banque",
  hint: "Aucune passerelle ne les verse : quelqu’un les verse à la banque, par un fichier qu’elle lit.",
  waiting_one: "{{currency}} : {{count}} versement",
  waiting_other: "{{currency}} : {{count}} versements",
  since: "Depuis le {{when}}",
  take: "Télécharger le fichier en {{currency}}",
  take_hint:
    "Ils comptent comme envoyés dès que vous avez le fichier. Notez ensuite l’issue de chaque versement.",
  again: "Le fichier de la banque encore une fois",
  file: "Fichier pour la banque",
}
