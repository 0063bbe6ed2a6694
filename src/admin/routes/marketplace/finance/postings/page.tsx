import { lazyPage } from "../../../../components/lazy-page"

export default lazyPage(() => import("../../../../pages/marketplace/finance/postings"))
