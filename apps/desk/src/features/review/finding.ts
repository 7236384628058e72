import type { AccessReviewQuery } from '@samenspel/graphql-documents/desk'

export type Finding = AccessReviewQuery['accessReview']['nodes'][number]
