import '@samenspel/ui/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { Provider } from 'urql'
import { App } from './app.tsx'
import { addresses, connectLive, createGraphql } from './graph/client.ts'

const { http, live } = addresses(location)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <Provider value={createGraphql(http, connectLive(live))}>
      <BrowserRouter basename="/desk">
        <App />
      </BrowserRouter>
    </Provider>
  </StrictMode>,
)
