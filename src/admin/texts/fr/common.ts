import type * as en from "../en/common"

export const actions: typeof en.actions = {
  add: "Ajouter",
  approve: "Approuver",
  back: "Retour",
  cancel: "Annuler",
  close: "Fermer",
  delete: "Supprimer",
  download: "Télécharger (CSV)",
  edit: "Modifier",
  print: "Imprimer",
  reject: "Refuser",
  remove: "Retirer",
  save: "Enregistrer",
  send: "Envoyer",
}

export const states: typeof en.states = {
  loading: "Chargement…",
  failed: "Affichage impossible",
  retry: "Réessayer",
  nothing_found: "Aucun résultat",
  nothing_found_hint: "Modifiez la recherche ou les filtres.",
  barred: {
    pending: "Votre boutique attend d’être approuvée. D’ici là, tout n’est pas possible sur cette page.",
    rejected: "Votre boutique n’a pas été approuvée. D’ici là, tout n’est pas possible sur cette page.",
    suspended:
      "Votre boutique est suspendue. Tant qu’elle n’est pas rouverte, tout n’est pas possible sur cette page.",
    closed: "Votre boutique est fermée. Plus rien ne peut être modifié.",
  },
}

export const lists: typeof en.lists = {
  all: "{{label}} : tous",
  search: "Rechercher",
  sort: "Trier par",
  newest: "Plus récents d’abord",
  oldest: "Plus anciens d’abord",
  pages: "Pages",
  range: "{{from}}–{{to}} sur {{count}}",
  previous: "Précédent",
  next: "Suivant",
}

export const errors: typeof en.errors = {
  unknown: "Une erreur est survenue. Réessayez.",
  offline: "Pas de connexion. Votre saisie est conservée : réessayez une fois reconnecté.",
  timed_out: "Le serveur n’a pas répondu à temps. Vérifiez si l’action a été faite avant de réessayer.",
  record_busy: "Quelqu’un d’autre modifie cet élément. Réessayez dans un instant.",
  mfa_required:
    "Ceci demande une connexion avec une deuxième étape : ajoutez-en une sous Sécurité, puis connectez-vous avec.",
  permission_missing: "Votre rôle dans cette boutique ne le permet pas.",
  step_up_required: "Votre deuxième étape est demandée : réessayez et montrez-la.",
  sign_in_again_required: "Votre connexion est trop ancienne pour cela. Reconnectez-vous.",
  too_many_attempts: "Trop de tentatives. Patientez un peu.",
  code_invalid: "Le code est faux ou a expiré.",
  factor_code_used: "Ce code a déjà servi. Attendez le suivant.",
  factor_exists: "Il y en a déjà un. Retirez-le d’abord.",
  factor_resting:
    "Votre numéro a changé il y a quelques jours. Utilisez un autre moyen jusqu’à ce qu’une semaine soit passée.",
  phone_invalid: "Saisissez le numéro d’un téléphone mobile avec le pays, par exemple +2250707123456.",
  phone_country_refused: "Les numéros de ce pays ne sont pas acceptés.",
  phone_taken: "Un autre compte a ce numéro.",
  email_invalid: "Ce n’est pas une adresse e-mail.",
  password_common: "Trop de gens utilisent ce mot de passe. Choisissez-en un plus difficile à deviner.",
  password_contains_email: "Le mot de passe ne doit pas contenir votre adresse e-mail.",
  password_wrong: "Le mot de passe est faux.",
  last_owner: "Il doit rester au moins un propriétaire : nommez d’abord quelqu’un d’autre.",
  grant_refused: "Personne ne donne ni ne retire plus que ce qu’il a lui-même.",
  vendor_handle_taken: "Une autre boutique a ce nom dans les adresses web. Choisissez-en un autre.",
  vendor_handle_invalid: "Lettres minuscules, chiffres et traits d’union simples, 60 au plus.",
  contact_email_missing: "La boutique a besoin d’une adresse e-mail.",
  invitation_exists: "Cette adresse est déjà invitée : renvoyez l’invitation.",
  member_exists: "La personne qui a cette adresse est déjà dans la boutique.",
  product_sku_taken: "Une autre variante a ce SKU.",
  promotion_code_taken: "Ce code est déjà pris. Choisissez-en un autre.",
  api_key_limit_reached: "La boutique a autant de clés qu’elle peut en avoir. Révoquez-en une d’abord.",
}

export const frame: typeof en.frame = {
  offline: "Hors ligne",
  shop: "Boutique",
  acting_for: "Au nom de {{shop}}",
  stop_acting: "Arrêter",
  shop_pages: "Pages de la boutique",
}

export const nav: typeof en.nav = {
  home: "Accueil",
  orders: "Commandes",
  returns: "Retours",
  disputes: "Litiges",
  products: "Produits",
  inventory: "Stock",
  promotions: "Promotions",
  finance: "Finances",
  analytics: "Statistiques",
  performance: "Performance",
  settings: "Paramètres",
  marketplace: "Place de marché",
  vendors: "Boutiques",
  approvals: "Validation des produits",
  commission: "Commission",
  operations: "Exploitation",
  audit: "Journal d’audit",
  staff: "Équipe",
}
