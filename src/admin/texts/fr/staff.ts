import type * as en from "../en/staff"

export const staff: typeof en.staff = {
  hint: "Qui travaille pour la place de marché, et ce que chacun peut faire.",
  name: "Nom",
  role: "Rôle",
  since: "Depuis",
  you: "Vous",
  invite: "Inviter quelqu’un",
  invite_hint:
    "La personne reçoit un e-mail avec un lien, valable sept jours. Elle confirme son adresse et choisit un second facteur avant de commencer.",
  invited: "L’invitation a été envoyée.",
  invitations: "Invitations ouvertes",
  no_invitations: "Aucune invitation ouverte",
  holds_until: "valable jusqu’au {{when}}",
  revoke: "Retirer",
  revoke_ask: "Retirer l’invitation ?",
  change_role: "Changer le rôle",
  change_role_hint: "{{name}} est déconnecté et aura le nouveau rôle à la prochaine connexion.",
  role_changed: "{{name}} a maintenant un autre rôle.",
  remove_ask: "Retirer {{name}} de l’équipe ?",
  remove_hint: "La personne est déconnectée aussitôt et ne voit plus rien de la place de marché.",
  removed: "{{name}} ne fait plus partie de l’équipe.",
  roles_title: "Ce que les rôles permettent",
  roles: {
    owner: "Propriétaire",
    operations: "Exploitation",
    finance: "Finances",
    support: "Service client",
    catalogue: "Catalogue",
    "read-only": "Lecture seule",
  },
  means: {
    owner: "Tout, aussi l’équipe, les paramètres et les clés.",
    operations: "Boutiques, produits, commandes et retours. Voit tout le reste, et ne déplace pas d’argent.",
    finance:
      "Versements, remboursements, commission, litiges et livres. Voit les boutiques et les commandes.",
    support:
      "Les acheteurs et leurs commandes : retours, litiges, avis. Peut agir pour quelqu’un d’une boutique.",
    catalogue: "Produits, catégories, prix et stock. Valide les produits.",
    "read-only": "Voit tout et ne change rien.",
  },
}
