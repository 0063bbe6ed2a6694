import { en } from "../texts/en"
import { fr } from "../texts/fr"

/** A namespace of its own: of Medusa's texts only the welcome is written over. Other languages fall back to English. */
export default {
  en: { merkato: en, translation: { login: { title: en.door.welcome } } },
  fr: { merkato: fr, translation: { login: { title: fr.door.welcome } } },
}
