import { lazyPage } from "../../../../components/lazy-page"

export default lazyPage(() => import("../../../../pages/vendor/settings/service/service"))
