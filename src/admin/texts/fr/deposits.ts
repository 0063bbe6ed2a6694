import type * as en from "../en/deposits"

export const deposits: typeof en.deposits = {
  title: "Dépôt de garantie",
  hint: "Tant qu’il couvre ce qu’il faut, les passerelles paient la boutique directement.",
  none: "Aucun dépôt n’est exigé : la plateforme paie la boutique.",
  needed: "exigé :",
  enough: "déposés, suffisant",
  too_little: "déposés, insuffisant",
  pays: "{{gateway}} peut payer la boutique directement.",
  pays_not: "{{gateway}} ne connaît pas encore le compte de la boutique.",
  book: "Comptabiliser un mouvement",
  book_hint: "Ce que montre le relevé de la banque, ou ce qui a été décidé.",
  booked: "Le mouvement est comptabilisé.",
  move: "Ce qui s’est passé",
  moves: {
    received: "Il est arrivé",
    used: "Il couvre ce que doit la boutique",
    returned: "Il est rendu à la boutique",
  },
  reference: "Référence",
  reference_hint: "Celle de la banque ou de la décision. La même n’est comptabilisée qu’une fois.",
  needed_label: "Dépôt exigé pour être payée directement",
  needed_hint: "Dans ces monnaies, les passerelles paient la boutique elles-mêmes tant que ce dépôt est là.",
}
