import type * as en from "../en/security"

export const security: typeof en.security = {
  staff_hint: "Votre deuxième étape, mot de passe, téléphone, et où vous êtes connecté.",
  person: "Vous",
  person_hint:
    "Votre équipe et la place de marché voient ceci. Ce téléphone sert aux appels ; la connexion a le sien plus bas.",
  change_person: "Modifier le nom et le téléphone",
  first_name: "Prénom",
  last_name: "Nom",
  contact_phone: "Téléphone pour les appels",
  factors: "Deuxième étape",
  factors_hint:
    "En plus du mot de passe, un code que vous seul avez. Le compte bancaire, les versements, les rôles et les clés le demandent.",
  on: "Activé",
  off: "Désactivé",
  about: {
    totp: "Une application sur votre téléphone montre un code. Marche sans réseau, et c’est le plus sûr.",
    sms: "Nous envoyons un code sur votre téléphone mobile.",
    email: "Nous envoyons un code dans votre boîte e-mail.",
  },
  goes_to: "Les codes vont à {{to}}.",
  add: {
    totp: "Ajouter une application d’authentification",
    sms: "Ajouter un téléphone pour les codes",
    email: "Ajouter une boîte e-mail pour les codes",
  },
  add_hint: {
    sms: "Nous y envoyons un code maintenant, et chaque fois que la deuxième étape est demandée. À la première que vous ajoutez, vous êtes déconnecté sur tous les autres appareils.",
    email:
      "Nous y envoyons un code maintenant, et chaque fois que la deuxième étape est demandée. À la première que vous ajoutez, vous êtes déconnecté sur tous les autres appareils. Le mieux est une autre boîte que celle de votre connexion.",
  },
  destination: { sms: "Numéro mobile", email: "Adresse e-mail" },
  app_hint: "À la première que vous ajoutez, vous êtes déconnecté sur tous les autres appareils.",
  app_install:
    "Installez une application d’authentification sur votre téléphone, comme Google Authenticator ou Aegis.",
  app_scan: "Scannez cette image avec l’application.",
  qr: "Code QR avec la clé pour l’application",
  app_open: "Déjà sur ce téléphone ? Ouvrir l’application ici",
  app_key: "Ou saisissez cette clé dans l’application :",
  copy_key: "Copier la clé",
  app_code: "Le code que montre l’application",
  type_code: "Saisissez le code.",
  added: "Votre deuxième étape a été ajoutée.",
  then_codes:
    "Créez ensuite des codes de secours dans les paramètres de sécurité, pour le jour où votre téléphone n’est plus là.",
  sign_in_again: "Se reconnecter",
  sign_in_again_hint:
    "Votre connexion date. Pour ajouter une deuxième étape, reconnectez-vous d’abord ; vous reviendrez à cette page.",
  send_again: "Renvoyer",
  sent_again: "C’est renvoyé.",
  remove: {
    totp: "Retirer l’application d’authentification",
    sms: "Retirer le téléphone pour les codes",
    email: "Retirer la boîte e-mail pour les codes",
  },
  remove_hint: "Saisissez un code pour montrer que c’est bien vous. Vous serez averti du retrait.",
  removed: "Retiré.",
  is_last:
    "C’est votre seule deuxième étape. Sans elle, vous ne pouvez changer ni compte bancaire, ni versements, ni rôles, ni clés.",
  last_required:
    "C’est votre seule deuxième étape, et la place de marché vous en demande une : sans elle, vous n’entrez plus. Ajoutez-en d’abord une autre.",
  recovery: "Codes de secours",
  recovery_hint: "Ils vous laissent entrer le jour où votre téléphone n’est plus là.",
  make_codes: "Créer de nouveaux codes",
  make_codes_ask: "Créer de nouveaux codes de secours ?",
  make_codes_ask_hint: "Les codes que vous avez jusqu’ici ne marcheront plus.",
  codes_warning:
    "Gardez ces codes là où personne d’autre ne les trouve, et pas seulement sur ce téléphone. Chacun sert une fois. Ils ne seront plus montrés.",
  codes_failed: "Les codes de secours n’ont pas pu être créés. Créez-les avec le bouton de la liste.",
  password: "Mot de passe",
  password_hint: "Avec un nouveau mot de passe, vous êtes déconnecté partout, ici aussi.",
  current_password: "Mot de passe actuel",
  new_password: "Nouveau mot de passe",
  change_password: "Changer le mot de passe",
  phone: "Téléphone pour se connecter",
  phone_hint: "Dans les applications qui le proposent, un code vers ce numéro vous connecte.",
  no_phone: "Pas encore de numéro",
  add_phone: "Ajouter un numéro",
  change_phone: "Changer le numéro",
  change_phone_hint:
    "Nous envoyons un code au nouveau numéro. Vous êtes déconnecté partout ailleurs, et après un changement les codes par SMS ne comptent pas pendant une semaine.",
  phone_changed: "Le numéro est maintenant en service.",
  sessions: "Où vous êtes connecté",
  unknown_device: "Appareil inconnu",
  staff_session: "Équipe de la place de marché, qui agit pour vous",
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

export const shown_once: typeof en.shown_once = {
  copy: "Copier",
  save: "Enregistrer dans un fichier",
  kept: "C’est gardé",
}
