import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AreaField, SwitchField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES } from "./return"

/** The goods are back: all is well and the buyer is paid, or something is wrong and the marketplace decides. */
export function ReceiveDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const Values = z
    .object({
      restock: z.boolean(),
      is_wrong: z.boolean(),
      dispute: z
        .string()
        .trim()
        .max(500, t("inputs.too_long", { count: 500 })),
    })
    .refine(({ is_wrong, dispute }) => !is_wrong || dispute, {
      path: ["dispute"],
      message: t("inputs.required"),
    })
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { restock: true, is_wrong: false, dispute: "" },
  })
  const receive = useAction("POST /vendor/returns/:id/receive", CHANGES)
  const saving = useSaving(form, {
    save: ({ restock, is_wrong, dispute }) =>
      receive.mutateAsync({ params: { id }, body: { restock, dispute: is_wrong ? dispute : undefined } }),
    onSaved: () => {
      toast.success(t("returns.noted"))
      onClose()
    },
  })
  const is_wrong = form.watch("is_wrong")
  const chooseWrong = (is_on: boolean) => {
    form.setValue("is_wrong", is_on)
    // What is wrong is not sold again unless the shop says so; the person can switch it on again.
    if (is_on) {
      form.setValue("restock", false)
    }
  }

  return (
    <FormDrawer
      title={t("returns.receive")}
      hint={t("returns.receive_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("returns.receive")}
    >
      <SwitchField name="restock" label={t("returns.restock")} />
      <SwitchField
        name="is_wrong"
        label={t("returns.is_wrong")}
        hint={t("returns.is_wrong_hint")}
        onSwitch={chooseWrong}
      />
      {is_wrong && <AreaField name="dispute" label={t("returns.what_is_wrong")} />}
    </FormDrawer>
  )
}
