import { FactorsSection } from "./factors-section"
import { PasswordSection } from "./password-section"
import { PhoneSection } from "./phone-section"
import { SessionsSection } from "./sessions-section"

/** What keeps a login safe, whoever signs in with it. */
export function SecuritySections() {
  return (
    <>
      <FactorsSection />
      <PasswordSection />
      <PhoneSection />
      <SessionsSection />
    </>
  )
}
