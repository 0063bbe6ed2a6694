import { Section } from "../../../components/page"
import { TextLink } from "../../../components/text-link"
import { useText } from "../../../lib/text"

/** The way to what the books say of the shop. */
export function BooksSection({ vendor_id }: { vendor_id: string }) {
  const { t } = useText()
  const finance = "/marketplace/finance"

  return (
    <Section title={t("finance.books")}>
      <ul className="txt-small flex flex-col gap-y-2">
        <li>
          <TextLink to={`/marketplace/vendors/${vendor_id}/statements`}>{t("books.statements")}</TextLink>
        </li>
        <li>
          <TextLink to={`${finance}?owner=${vendor_id}`}>{t("finance.accounts")}</TextLink>
        </li>
        <li>
          <TextLink to={`${finance}/postings?owner=${vendor_id}`}>{t("finance.postings")}</TextLink>
        </li>
      </ul>
    </Section>
  )
}
