// Creates an element. Texts of customers become text nodes, never HTML.
export function h(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (name in element) element[name] = value;
        else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
}

export const byId = id => document.getElementById(id);

export const titleOf = customer => customer.name || customer.reference || customer.id;

export const statusPill = status => h('span', { className: 'status', 'data-status': status }, status || 'none');

export const isStopped = status => status === 'restricted' || status === 'banned';

export const pick = values => values[Math.floor(Math.random() * values.length)];

export const number = value => value.toLocaleString('en');

export const time = text => h('time', { dateTime: text, title: text }, new Date(text).toLocaleTimeString());

export const date = text => h('time', { dateTime: text, title: text }, text.slice(0, 10));

// Under ten milliseconds, two digits say something.
export const milliseconds = value => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

export function ago(text) {
    const seconds = Math.max(0, Math.round((Date.now() - new Date(text)) / 1000));
    if (seconds < 60) return `${seconds} s ago`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
    if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} h ago`;
    return `${Math.floor(seconds / 86400)} days ago`;
}

// Sends a request, and returns its answer. A failure has the words of the server.
export async function ask(path, body) {
    const response = await fetch(path, body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
    });
    const answer = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new Error(answer.detail ?? answer.title);
    return answer;
}
