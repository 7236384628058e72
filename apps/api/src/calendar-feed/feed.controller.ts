import type { ServerResponse } from 'node:http'
import { Controller, Get, Inject, NotFoundException, Param, Res, UseInterceptors } from '@nestjs/common'
import { FEEDS } from '../composition/tokens.ts'
import type { CalendarFeeds } from '../disclosure/feed-reading.ts'
import { DeadlineInterceptor } from '../http/deadline.ts'

@Controller('calendar')
@UseInterceptors(DeadlineInterceptor)
export class FeedController {
  constructor(@Inject(FEEDS) private readonly feeds: CalendarFeeds) {}

  /** A feed has no session: the secret address is all that opens it, until it is closed. */
  @Get(':file')
  async feed(@Param('file') file: string, @Res() response: ServerResponse): Promise<void> {
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
    const feed = token === undefined ? undefined : await this.feeds.read(token)
    if (feed === undefined) throw new NotFoundException()
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' })
    response.end(feed)
  }
}
