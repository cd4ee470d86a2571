import { ago, ask, byId, h, milliseconds, statusPill, titleOf } from './dom.js';

const card = byId('customer');
let shown = null;
let emulated = false;

// The card of one customer: shown after a visit at the door, or from the list.
export const customer = {
    get id() { return shown?.id; },

    allowActs() { emulated = true; },

    async arrive(reference, name) {
        try {
            const { customer, wasCreated, milliseconds: took } = await ask('/api/customers', { reference, name });
            show(customer, `${wasCreated ? 'Made' : 'Found'} in ${milliseconds(took)}`, wasCreated ? 'made' : 'found');
        } catch (failure) {
            fail(failure);
        }
    },

    async open(id) {
        try {
            show(await ask(`/api/customers/${encodeURIComponent(id)}`));
            card.scrollIntoView({ block: 'nearest' });
        } catch (failure) {
            fail(failure);
        }
    },

    // A change of the customer that is shown.
    update(change) {
        if (change.id !== shown?.id) return;
        if (change.customer) show(change.customer);
        else close('This customer was deleted.');
    },
};

export async function act(id, kind, name) {
    try {
        await ask(`/api/customers/${encodeURIComponent(id)}/acts`, { kind, name });
    } catch (failure) {
        fail(failure);
    }
}

function close(text) {
    shown = null;
    card.replaceChildren(h('p', { className: 'hint' }, text));
}

function fail(failure) {
    shown = null;
    card.replaceChildren(h('p', { className: 'problem', role: 'alert' }, failure.message));
}

function show(customer, outcome = null, kind = '') {
    const focused = card.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    shown = customer;
    card.replaceChildren(
        h('div', { className: 'who' },
            h('h3', {}, titleOf(customer)),
            statusPill(customer.status),
            outcome && h('span', { className: `outcome ${kind}` }, outcome)),
        h('p', { className: 'header' },
            h('code', {}, 'anthropic-user-profile-id: ', h('b', {}, customer.id)),
            h('button', {
                type: 'button', className: 'quiet small', 'data-act': 'copy',
                onclick: ({ target }) => navigator.clipboard.writeText(customer.id).then(() => target.textContent = 'Copied'),
            }, 'Copy')),
        facts(customer),
        emulated ? acts(customer) : null ?? '');
    if (focused) card.querySelector(`[data-act="${focused}"]`)?.focus();
}

function facts(customer) {
    const pairs = [
        ['reference', customer.reference],
        ['country', customer.country],
        ['created', `${customer.createdAt.slice(0, 10)}, ${ago(customer.createdAt)}`],
        ...Object.entries(customer.metadata),
    ];
    return h('dl', { className: 'facts' },
        ...pairs.filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

function acts(customer) {
    const button = (kind, text) => h('button', {
        type: 'button', className: 'quiet', 'data-act': kind, onclick: () => act(customer.id, kind),
    }, text);
    const name = h('input', {
        required: true, maxLength: 200, placeholder: 'New name', 'aria-label': 'New name', autocomplete: 'off', 'data-act': 'name',
    });
    return h('form', {
        className: 'acts', 'aria-label': 'At the emulated service',
        onsubmit: event => {
            event.preventDefault();
            act(customer.id, 'rename', name.value);
        },
    },
    customer.status === 'restricted' || customer.status === 'banned' ? button('lift', 'Lift') : button('restrict', 'Restrict'),
    button('delete', 'Delete'),
    name,
    h('button', { className: 'quiet', 'data-act': 'rename' }, 'Rename'));
}
