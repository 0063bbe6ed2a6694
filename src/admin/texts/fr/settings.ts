import type * as en from "../en/settings"

export const settings: typeof en.settings = {
  profile: "Profil",
  profile_hint: "Ce que les acheteurs voient de votre boutique, et comment ils vous joignent.",
  team: "Équipe",
  bank: "Compte bancaire",
  checklist: "Ouverture de la boutique",
  api_keys: "Clés API",
  security: "Sécurité",
  description: "À propos de la boutique",
  logo: "Logo",
  banner: "Bannière",
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
  change_role: "Changer le rôle",
  change_role_hint: "{{name}} est déconnecté et aura le nouveau rôle à la prochaine connexion.",
  role_changed: "{{name}} a maintenant un autre rôle.",
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
