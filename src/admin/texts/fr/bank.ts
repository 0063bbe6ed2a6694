import type * as en from "../en/bank"

export const bank: typeof en.bank = {
  add: "Ajouter un compte bancaire",
  change: "Changer le compte bancaire",
  add_hint: "Vos revenus y sont versés.",
  change_hint:
    "Par sécurité, rien n’est versé sur un nouveau compte pendant quelques jours (trois d’habitude).",
  account_line: "{{bank}}, numéro finissant par {{last4}}, {{name}}",
  kind: "Type de compte",
  kinds: { bank: "Compte bancaire", mobile_money: "Mobile money" },
  currency: "Devise",
  bank_code: "Code de la banque",
  bank_code_hint: "Le numéro de la banque, comme 058 pour GTBank ou 011 pour First Bank.",
  operator_code: "Opérateur",
  operator_code_hint: "Le nom court de l’opérateur, comme MTN ou MPESA.",
  number: "Numéro de compte",
  wallet: "Numéro mobile du portefeuille",
  name: "Nom du titulaire",
  name_hint: "Écrit comme la banque l’a enregistré.",
}
