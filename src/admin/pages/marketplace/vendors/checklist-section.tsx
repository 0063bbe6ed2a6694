import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Section } from "../../../components/page"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { StatusBadge } from "../../../components/status-badge"
import { useAction } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { CHANGES, type Requirement, type Shop } from "./shop"

export function ChecklistSection({ shop }: { shop: Shop }) {
  const { t } = useText()

  return (
    <Section
      title={t("shops.checklist")}
      hint={t(shop.is_onboarding_complete ? "shops.checklist_complete" : "shops.checklist_open")}
      className="divide-y"
    >
      <ul className="divide-y">
        {shop.requirements.map((requirement) => (
          <RequirementRow key={requirement.key} shop={shop} requirement={requirement} />
        ))}
      </ul>
    </Section>
  )
}

type RowProps = { shop: Shop; requirement: Requirement }

function RequirementRow({ shop, requirement }: RowProps) {
  const { t, named, format } = useText()
  const may = useMayAsStaff()
  const { key, state, is_required, reason, decided_at, submitted_at } = requirement
  const when = decided_at ?? submitted_at

  return (
    <li className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" weight="plus">
            {named("shops.requirement_names", key)}
          </Text>
          <StatusBadge of="requirement" status={state} />
          {!is_required && <Badge size="2xsmall">{t("shops.not_required")}</Badge>}
        </div>
        {(when || reason) && (
          <Text size="small" className="text-ui-fg-subtle">
            {[when && format.moment(when), reason].filter(Boolean).join(" · ")}
          </Text>
        )}
      </div>
      {may("vendors:review") && shop.status !== "closed" && (
        <RequirementActions shop={shop} requirement={requirement} />
      )}
    </li>
  )
}

type Verb = "accept" | "reject" | "waive"

/** What its state leads to; what the system finds out by itself can only be waived. */
function verbsOf({ state, is_computed, is_required }: Requirement): Verb[] {
  const verbs: Verb[] = []
  if (is_required && state !== "waived" && state !== "accepted") {
    verbs.push("waive")
  }
  if (!is_computed && (state === "submitted" || state === "accepted")) {
    verbs.push("reject")
  }
  if (!is_computed && (state === "submitted" || state === "rejected")) {
    verbs.push("accept")
  }

  return verbs
}

function RequirementActions({ shop, requirement }: RowProps) {
  const { t, named } = useText()
  const [open, setOpen] = useState<Verb | null>(null)
  const accept = useAction("POST /admin/vendors/:id/requirements/:key/accept", CHANGES)
  const reject = useAction("POST /admin/vendors/:id/requirements/:key/reject", CHANGES)
  const waive = useAction("POST /admin/vendors/:id/requirements/:key/waive", CHANGES)
  const params = { id: shop.id, key: requirement.key }
  const version = shop.version ?? ""
  const decide = {
    accept: (reason: string) =>
      accept.mutateAsync({ params, body: { reason: reason || undefined, version } }),
    reject: (reason: string) => reject.mutateAsync({ params, body: { reason, version } }),
    waive: (reason: string) => waive.mutateAsync({ params, body: { reason, version } }),
  }

  return (
    <div className="flex flex-wrap gap-2">
      {verbsOf(requirement).map((verb) => (
        <Button
          key={verb}
          size="small"
          variant={verb === "accept" ? "primary" : "secondary"}
          aria-label={`${t(`shops.${verb}`)}: ${named("shops.requirement_names", requirement.key)}`}
          onClick={() => setOpen(verb)}
        >
          {t(`shops.${verb}`)}
        </Button>
      ))}
      {open && (
        <ReasonDrawer
          title={`${t(`shops.${open}`)}: ${named("shops.requirement_names", requirement.key)}`}
          hint={t("shops.requirement_hint")}
          verb={t(`shops.${open}`)}
          is_dangerous={open === "reject"}
          is_optional={open === "accept"}
          run={(reason) => decide[open](reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
