import { customer } from './customer.js';
import { ask, byId, date, h, milliseconds, number, statusPill, titleOf } from './dom.js';

const filter = byId('filter');
const rows = byId('rows');
let status = '';
let next = null;
// The tokens of the pages up to this one. The first page has none.
let tokens = [null];
let asked = 0;

export const list = {
    // The customers of the page that is shown.
    items: [],

    // Reads the page again, and lights up what has changed.
    async load(changed = new Set()) {
        const mine = ++asked;
        const query = new URLSearchParams([...new FormData(filter), ['status', status], ['token', tokens.at(-1) ?? '']]
            .filter(([, value]) => value));
        try {
            const page = await ask(`/api/customers?${query}`);
            if (mine === asked) show(page, changed);
        } catch (failure) {
            if (mine === asked) byId('found').textContent = failure.message;
        }
    },

    async overview() {
        const { total, statuses, plans, isEmulated } = await ask('/api/overview');
        byId('statuses').replaceChildren(
            tile('', 'all', total),
            ...['unrestricted', 'pending', 'restricted', 'banned'].map(name => tile(name, name, statuses[name] ?? 0)));
        const select = filter.elements.plan;
        for (const plan of plans.filter(plan => ![...select.options].some(option => option.value === plan)))
            select.append(h('option', { value: plan }, plan));
        return isEmulated;
    },
};

function tile(value, text, count) {
    return h('button', {
        type: 'button', className: 'tile', 'data-status': value, 'aria-pressed': String(value === status),
        onclick: event => {
            status = value;
            for (const each of byId('statuses').children)
                each.setAttribute('aria-pressed', String(each === event.currentTarget));
            restart();
        },
    }, h('b', {}, number(count)), h('span', {}, text));
}

function show(page, changed) {
    next = page.next;
    list.items = page.items;
    const focused = rows.contains(document.activeElement) ? document.activeElement.closest('tr').dataset.id : null;
    rows.replaceChildren(...page.items.map(item => row(item, changed.has(item.id))));
    if (page.items.length === 0)
        rows.append(h('tr', {}, h('td', { className: 'none', colSpan: 5 }, 'No customer.')));
    if (focused) rows.querySelector(`[data-id="${CSS.escape(focused)}"] button`)?.focus();
    byId('found').textContent = `${page.items.length} in ${milliseconds(page.milliseconds)}`;
    byId('plan').textContent = page.plan;
    byId('first').disabled = byId('previous').disabled = tokens.length === 1;
    byId('next').disabled = next === null;
}

function row(item, isLit) {
    return h('tr', { className: isLit ? 'lit' : '', 'data-id': item.id },
        h('td', { className: 'name' },
            h('button', { type: 'button', className: 'link', onclick: () => customer.open(item.id) }, titleOf(item)),
            item.reference && item.name ? h('small', {}, item.reference) : null),
        h('td', {}, statusPill(item.status)),
        h('td', {}, item.metadata.plan ?? '–'),
        h('td', {}, item.country ?? '–'),
        h('td', {}, date(item.createdAt)));
}

function restart() {
    tokens = [null];
    list.load();
}

filter.addEventListener('submit', event => event.preventDefault());
filter.addEventListener('input', restart);
byId('first').addEventListener('click', restart);
byId('previous').addEventListener('click', () => {
    tokens.pop();
    list.load();
});
byId('next').addEventListener('click', () => {
    tokens.push(next);
    list.load();
});
