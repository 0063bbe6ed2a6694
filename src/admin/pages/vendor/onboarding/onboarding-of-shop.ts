import type { Answer } from "../../../lib/api/client"

export type OnboardingOfShop = Answer<"GET /vendor/onboarding">["onboarding"]
