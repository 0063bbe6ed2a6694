import type * as en from "../en/step-up"

export const step_up: typeof en.step_up = {
  title: "Montrez que c’est bien vous",
  hint: "Il s’agit d’argent ou de droits : votre deuxième étape est demandée à nouveau.",
  method: "Comment",
  methods: {
    email: "Code par e-mail",
    recovery_code: "Code de secours",
    sms: "Code par SMS",
    totp: "Application d’authentification",
  },
  code: "Code",
  app_hint: "L’application en montre un nouveau toutes les 30 secondes. Chacun sert une fois.",
  send_code: "Envoyez-moi un code",
  confirm: "Continuer",
  none: "Votre compte n’a pas encore de deuxième étape. Ajoutez ici une application d’authentification, et ce que vous faisiez continue. Les codes par SMS ou e-mail sont dans les paramètres de sécurité.",
  to_security: "Ouvrir les paramètres de sécurité",
}
