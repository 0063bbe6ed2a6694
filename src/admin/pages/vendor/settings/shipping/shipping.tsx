import { useMayInShop } from "../../../../lib/me"
import { SettingsPage } from "../settings-page"
import { LocationsSection } from "./locations-section"
import { OptionsSection } from "./options-section"

/** How the shop's goods reach its buyers, and where they leave from. */
export default function Shipping() {
  const mayInShop = useMayInShop()

  return (
    <SettingsPage writes="shipping:write">
      {mayInShop("shipping:read") && <OptionsSection />}
      {mayInShop("inventory:read") && <LocationsSection />}
    </SettingsPage>
  )
}
