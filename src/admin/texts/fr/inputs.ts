import type * as en from "../en/inputs"

export const inputs: typeof en.inputs = {
  link: "Saisissez un lien entier, par exemple https://coursier.example/123.",
  optional: "facultatif",
  required: "Remplissez ce champ.",
  hidden_wrong: "Une valeur qui n’est pas affichée en ce moment est fausse : {{fault}}",
  amount: "Saisissez un montant en chiffres, par exemple 1500.50.",
  code: "Saisissez le code qui vous a été donné.",
  too_long: "{{count}} caractères au plus.",
  at_most: "{{count}} au plus.",
  window_blocked:
    "Le navigateur n’a pas laissé s’ouvrir de nouvelle fenêtre. La page est enregistrée comme fichier.",
  kilobytes: "{{size}} Ko",
  download: "Télécharger",
  currency_code: "Saisissez le code de la monnaie, par exemple NGN, KES ou XOF.",
  currency: "Monnaie",
  amount_label: "Montant",
  add_currency: "Ajouter une monnaie",
  bad_amounts:
    "Chaque ligne demande une monnaie telle que NGN et un montant qu’elle peut payer, une seule fois par monnaie.",
}
