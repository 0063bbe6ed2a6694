import { SalesReport } from "../../../components/report/sales-report"

export default function Analytics() {
  return <SalesReport surface="vendor" />
}
