import './arrival/first.ts'
import '@samenspel/ui/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { Provider } from 'urql'
import { App, arrive } from './app.tsx'
import { fetchOrTake } from './arrival/asked.ts'
import { addresses, connectLive, createGraphql } from './graph/client.ts'

const { http, live } = addresses(location)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
const base = '/desk'
const client = createGraphql(http, connectLive(live), fetchOrTake)
void arrive(client, location.pathname.slice(base.length), location.search).then(() => {
  createRoot(root).render(
    <StrictMode>
      <Provider value={client}>
        <BrowserRouter basename={base}>
          <App />
        </BrowserRouter>
      </Provider>
    </StrictMode>,
  )
})
