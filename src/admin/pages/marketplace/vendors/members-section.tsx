import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Section } from "../../../components/page"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { ImpersonateDrawer } from "./impersonate-drawer"
import type { Shop } from "./shop"

type Member = Shop["members"][number]

export function MembersSection({ shop }: { shop: Shop }) {
  const { t, named } = useText()
  const may = useMayAsStaff()
  const [chosen, setChosen] = useState<Member | null>(null)

  return (
    <Section title={t("shops.members")} className="divide-y">
      <ul className="divide-y">
        {shop.members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
            <div className="min-w-0">
              <Text size="small" weight="plus" className="break-all">
                {nameOf(member)}
              </Text>
              <Text size="small" className="break-all text-ui-fg-subtle">
                {[named("shops.role_names", member.role), member.user?.email].filter(Boolean).join(" · ")}
              </Text>
            </div>
            {may("impersonation:start") && member.user && (
              <Button
                size="small"
                variant="secondary"
                aria-label={`${t("shops.impersonate")}: ${nameOf(member)}`}
                onClick={() => setChosen(member)}
              >
                {t("shops.impersonate")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen && (
        <ImpersonateDrawer
          shop={shop}
          user_id={chosen.user_id}
          name={nameOf(chosen)}
          onClose={() => setChosen(null)}
        />
      )}
    </Section>
  )
}

const nameOf = ({ user, user_id }: Member): string =>
  [user?.first_name, user?.last_name].filter(Boolean).join(" ") || (user?.email ?? user_id)
