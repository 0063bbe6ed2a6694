import type * as en from "../en/settings"

export const settings: typeof en.settings = {
  profile: "Profil",
  profile_hint: "Ce que les acheteurs voient de votre boutique, et comment ils vous joignent.",
  service: "Horaires et conditions",
  delivery: "Livraison",
  team: "Équipe",
  bank: "Compte bancaire",
  checklist: "Ouverture de la boutique",
  security: "Sécurité",
  description: "À propos de la boutique",
  logo: "Logo",
  banner: "Bannière",
  handle: "Nom dans les adresses web",
  handle_hint:
    "Petites lettres, chiffres et traits d’union, comme adire-par-folake. Modifiable jusqu’à l’approbation de la boutique.",
  handle_fixed: "Elle ne peut plus changer : des liens y mènent.",
  address_2: "Étage, maison ou repère",
  choose_image: "Choisir une image",
  preview: "Aperçu",
  preview_hint: "Ainsi les acheteurs voient la boutique.",
}

export const team: typeof en.team = {
  invite: "Inviter quelqu’un",
  invite_hint: "La personne reçoit un e-mail avec un lien, valable sept jours.",
  invited: "L’invitation a été envoyée.",
  invitations: "Invitations ouvertes",
  no_invitations: "Aucune invitation ouverte",
  holds_until: "valable jusqu’au {{when}}",
  resend: "Renvoyer",
  revoke: "Retirer",
  revoke_ask: "Retirer l’invitation ?",
  remove_ask: "Retirer {{name}} de la boutique ?",
  remove_hint: "La personne est déconnectée aussitôt et ne voit plus la boutique.",
  removed: "Retiré.",
  role: "Rôle",
  roles_title: "Ce que les rôles permettent",
  roles: {
    owner: "Propriétaire",
    manager: "Gérant",
    fulfilment: "Emballage et expédition",
    catalogue: "Catalogue",
    finance: "Finances",
    support: "Service client",
  },
  means: {
    owner: "Tout, aussi les personnes, les clés et le compte bancaire.",
    manager:
      "Tout le travail quotidien et les réglages de la boutique ; voit les personnes, les clés et le compte bancaire, sans les changer.",
    fulfilment: "Commandes à emballer et à expédier, retours à voir, stock.",
    catalogue: "Produits, prix et stock.",
    finance: "Versements, remboursements et compte bancaire ; voit les commandes.",
    support: "Répond aux acheteurs : commandes à voir, retours, litiges et avis.",
  },
}

export const security: typeof en.security = {
  factor: "Deuxième étape",
  factor_hint:
    "En plus du mot de passe, un code de votre téléphone. Le compte bancaire, les invitations et les clés la demandent.",
  add_app: "Ajouter une application",
  add_app_hint:
    "Une application comme Google Authenticator ou Aegis montre un nouveau code toutes les 30 secondes. Toutes les autres sessions prennent fin.",
  open_app: "L’ouvrir dans l’application de ce téléphone",
  key: "Ou saisissez cette clé dans l’application :",
  app_added: "L’application a été ajoutée. Créez maintenant des codes de secours.",
  show_factor: "Montrer de nouveau la deuxième étape",
  show_factor_hint: "Elle vaut ensuite quelques minutes.",
  shown: "Confirmé.",
  make_codes: "Créer des codes de secours",
  codes_hint:
    "Notez-les et gardez-les en lieu sûr. Chacun sert une fois, quand votre téléphone n’est pas là. Ils ne sont plus montrés ensuite.",
  password: "Mot de passe",
  password_hint: "Avec un nouveau mot de passe, vous êtes déconnecté partout, ici aussi.",
  current_password: "Mot de passe actuel",
  new_password: "Nouveau mot de passe",
  change_password: "Changer le mot de passe",
  sessions: "Où vous êtes connecté",
  unknown_device: "Appareil inconnu",
  this_session: "Celui-ci",
  end: "Terminer",
  ended: "La session est terminée.",
  end_all: "Tout terminer",
  end_all_ask: "Se déconnecter partout ?",
  end_all_hint: "Ici aussi.",
  language: "Langue",
  leave: "Quitter la boutique",
  leave_hint:
    "Vous ne voyez plus la boutique et êtes déconnecté. Le dernier propriétaire ne peut pas partir.",
  leave_ask: "Quitter {{shop}} ?",
}
