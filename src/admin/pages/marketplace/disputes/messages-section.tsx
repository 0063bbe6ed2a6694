import { Button, Text } from "@medusajs/ui"
import { FormProvider, useForm } from "react-hook-form"
import { z } from "zod"
import { isOver } from "../../../../lib/dispute-states"
import { AreaField, ChoiceField } from "../../../components/fields"
import { Failure } from "../../../components/form-drawer"
import { Section } from "../../../components/page"
import { useAction } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES, type Dispute } from "./dispute"

type Props = { dispute: Dispute; shopName: (id: string) => string }

export function MessagesSection({ dispute, shopName }: Props) {
  const { t, named, format } = useText()
  const may = useMayAsStaff()

  return (
    <Section title={t("cases.messages")} className="divide-y">
      {!dispute.messages.length && (
        <Text size="small" className="px-4 py-4 sm:px-6">
          {t("cases.no_messages")}
        </Text>
      )}
      <ol className="divide-y">
        {dispute.messages.map(({ id, author, vendor_id, text, created_at }) => (
          <li key={id} className="flex flex-col gap-y-1 px-4 py-3 sm:px-6">
            <Text size="small" className="text-ui-fg-subtle">
              {[named("cases.authors", author), vendor_id && shopName(vendor_id), format.moment(created_at)]
                .filter(Boolean)
                .join(" · ")}
            </Text>
            <Text size="small" className="whitespace-pre-wrap break-words">
              {text}
            </Text>
          </li>
        ))}
      </ol>
      {may("disputes:write") && !isOver(dispute.state) && (
        <MessageForm dispute={dispute} shopName={shopName} />
      )}
    </Section>
  )
}

/** A select cannot hold nothing. */
const ALL = "all"

function MessageForm({ dispute, shopName }: Props) {
  const { t } = useText()
  const Values = z.object({
    text: z
      .string()
      .trim()
      .min(1, t("forms.too_short", { count: 1 }))
      .max(2000, t("forms.too_long", { count: 2000 })),
    to: z.string(),
  })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { text: "", to: ALL } })
  const write = useAction("POST /admin/disputes/:id/messages", CHANGES)
  const saving = useSaving(form, {
    save: ({ text, to }) =>
      write.mutateAsync({ params: { id: dispute.id }, body: { text, ...(to !== ALL && { vendor_id: to }) } }),
    onSaved: () => form.reset(),
  })

  return (
    <FormProvider {...form}>
      <form onSubmit={saving.submit} noValidate className="flex flex-col gap-y-3 px-4 py-4 sm:px-6">
        <Failure saving={saving} />
        {dispute.shares.length > 1 && (
          <ChoiceField
            name="to"
            label={t("cases.to")}
            choices={[
              { value: ALL, label: t("cases.to_all") },
              ...dispute.shares.map(({ vendor_id }) => ({ value: vendor_id, label: shopName(vendor_id) })),
            ]}
          />
        )}
        <AreaField name="text" label={t("cases.message")} />
        <Button
          type="submit"
          size="small"
          variant="secondary"
          className="self-end"
          isLoading={saving.is_saving}
        >
          {t("cases.send")}
        </Button>
      </form>
    </FormProvider>
  )
}
