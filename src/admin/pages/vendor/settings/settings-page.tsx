import type { PropsWithChildren } from "react"
import type { Permission } from "../../../../lib/permissions"
import { Page } from "../../../components/page"
import { PageTabs } from "../../../components/page-tabs"
import { StandingNote } from "../../../components/standing-note"
import { useMayInShop } from "../../../lib/me"
import { type TextKey, useText } from "../../../lib/text"

type Part = { to: string; label: TextKey; permission: Permission | null }

const PARTS: Part[] = [
  { to: "/vendor/settings", label: "settings.profile", permission: "shop:read" },
  { to: "/vendor/settings/service", label: "settings.service", permission: "shop:read" },
  { to: "/vendor/settings/shipping", label: "settings.delivery", permission: "shipping:read" },
  { to: "/vendor/settings/team", label: "settings.team", permission: "members:read" },
  { to: "/vendor/settings/bank", label: "settings.bank", permission: "bank-accounts:read" },
  { to: "/vendor/settings/api-keys", label: "settings.api_keys", permission: "api-keys:read" },
  { to: "/vendor/onboarding", label: "settings.checklist", permission: "onboarding:read" },
  { to: "/vendor/settings/security", label: "settings.security", permission: null },
]

type Props = PropsWithChildren<{
  hint?: string
  /** What is written here: where the shop's state forbids it, the page says so. */
  writes?: Permission
}>

/** A page of the settings, under the way to the others that the role may read. */
export function SettingsPage({ hint, writes, children }: Props) {
  const { t } = useText()
  const mayInShop = useMayInShop()
  const parts = PARTS.filter(({ permission }) => !permission || mayInShop(permission))

  return (
    <Page title={t("nav.settings")} hint={hint}>
      <PageTabs label={t("nav.settings")} tabs={parts.map(({ to, label }) => ({ to, text: t(label) }))} />
      {writes && <StandingNote permission={writes} />}
      {children}
    </Page>
  )
}
