import { Button, Text, toast } from "@medusajs/ui"
import { FormProvider, useForm } from "react-hook-form"
import { z } from "zod"
import { isOver } from "../../../../lib/dispute-states"
import { AreaField } from "../../../components/fields"
import { Failure } from "../../../components/form-drawer"
import { Section } from "../../../components/page"
import { useAction } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES, type Dispute } from "./dispute"

export function MessagesSection({ dispute }: { dispute: Dispute }) {
  const { t, named, format } = useText()
  const may = useMayInShop()

  return (
    <Section title={t("disputes.messages")} className="divide-y">
      {!dispute.messages.length && (
        <Text size="small" className="px-4 py-4 text-ui-fg-subtle sm:px-6">
          {t("disputes.no_messages")}
        </Text>
      )}
      {dispute.messages.map(({ id, author, text, created_at }) => (
        <article key={id} className="flex flex-col gap-y-1 px-4 py-3 sm:px-6">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <Text size="small" weight="plus">
              {named("disputes.authors", author)}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              <time dateTime={created_at}>{format.moment(created_at)}</time>
            </Text>
          </div>
          <Text className="whitespace-pre-line break-words">{text}</Text>
        </article>
      ))}
      {may("disputes:write") && !isOver(dispute.state) && <WriteForm id={dispute.id} />}
    </Section>
  )
}

function WriteForm({ id }: { id: string }) {
  const { t } = useText()
  const Values = z.object({
    text: z
      .string()
      .trim()
      .min(1, t("inputs.required"))
      .max(5000, t("inputs.too_long", { count: 5000 })),
  })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { text: "" } })
  const write = useAction("POST /vendor/disputes/:id/messages", CHANGES)
  const saving = useSaving(form, {
    save: (body) => write.mutateAsync({ params: { id }, body }),
    onSaved: () => {
      toast.success(t("disputes.sent"))
      form.reset()
    },
  })

  return (
    <FormProvider {...form}>
      <form onSubmit={saving.submit} noValidate className="flex flex-col gap-y-3 px-4 py-4 sm:px-6">
        <Failure saving={saving} />
        <AreaField name="text" label={t("disputes.write")} hint={t("disputes.write_hint")} rows={4} />
        <div className="flex justify-end">
          <Button type="submit" size="small" isLoading={saving.is_saving}>
            {t("actions.send")}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}
