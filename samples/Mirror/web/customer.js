import { ago, ask, byId, h, isStopped, milliseconds, statusPill, titleOf } from './dom.js';

const card = byId('customer');
let shown = null;
let emulated = false;
let visits = 0;

// The card of one customer: shown after a visit at the door, or from the list.
export const customer = {
    allowActs() { emulated = true; },

    arrive(reference, name) {
        return visit('/api/customers', { reference, name }, ({ customer, wasCreated, duplicates, milliseconds: took }) =>
            show(customer, {
                text: `${wasCreated ? 'Made' : 'Found'} in ${milliseconds(took)}${duplicates ? `, one of ${duplicates + 1}` : ''}`,
                wasCreated,
            }));
    },

    async open(id) {
        await visit(`/api/customers/${encodeURIComponent(id)}`, undefined, customer => show(customer));
        card.scrollIntoView({ block: 'nearest' });
    },

    // A change of the customer that is shown.
    update(change) {
        if (change.id !== shown?.id) return;
        if (change.customer) show(change.customer, shown.outcome);
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

// Shows the answer, unless another one was asked for meanwhile.
async function visit(path, body, onAnswer) {
    const mine = ++visits;
    card.setAttribute('aria-busy', 'true');
    try {
        const answer = await ask(path, body);
        if (mine === visits) onAnswer(answer);
    } catch (failure) {
        if (mine === visits) fail(failure);
    } finally {
        if (mine === visits) card.removeAttribute('aria-busy');
    }
}

// The model stands in this page's own server. It says which header reached it.
async function question({ id, reference }) {
    try {
        const { text, userProfileId } = await ask('/api/questions', { reference });
        if (id !== shown?.id) return;
        shown.answer = `“${text}” The request named ${userProfileId ?? 'nobody'}.`;
        card.querySelector('.answer').textContent = shown.answer;
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

function show(customer, outcome = null) {
    // A change of the customer must not take away what the visitor is doing.
    const focused = card.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    const draft = customer.id === shown?.id ? card.querySelector('[data-act=name]')?.value : '';
    const answer = customer.id === shown?.id ? shown.answer : null;
    shown = { ...customer, outcome, answer };
    card.replaceChildren(
        h('div', { className: 'who' },
            h('h3', {}, titleOf(customer)),
            statusPill(customer.status),
            outcome && h('span', { className: `outcome ${outcome.wasCreated ? 'made' : 'found'}` }, outcome.text)),
        h('p', { className: 'header' },
            h('code', {}, 'anthropic-user-profile-id: ', h('b', {}, customer.id)),
            h('button', {
                type: 'button', className: 'quiet small', 'data-act': 'copy',
                onclick: ({ target }) => navigator.clipboard.writeText(customer.id).then(() => target.textContent = 'Copied'),
            }, 'Copy'),
            customer.reference && h('button', {
                type: 'button', className: 'quiet small', 'data-act': 'ask', onclick: () => question(customer),
            }, 'Ask the model')),
        h('p', { className: 'hint answer' }, shown.answer ?? ''),
        facts(customer),
        emulated ? acts(customer, draft) : '');
    if (focused) (card.querySelector(`[data-act="${focused}"]`) ?? card.querySelector('.acts button'))?.focus();
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

function acts(customer, draft) {
    const button = (kind, text) => h('button', {
        type: 'button', className: 'quiet', 'data-act': kind, onclick: () => act(customer.id, kind),
    }, text);
    const name = h('input', {
        value: draft ?? '', required: true, maxLength: 200, placeholder: 'New name', 'aria-label': 'New name', autocomplete: 'off', 'data-act': 'name',
    });
    return h('form', {
        className: 'acts', 'aria-label': 'At the emulated service',
        onsubmit: event => {
            event.preventDefault();
            act(customer.id, 'rename', name.value);
            name.value = '';
        },
    },
    isStopped(customer.status) ? button('lift', 'Lift') : button('restrict', 'Restrict'),
    button('delete', 'Delete'),
    name,
    h('button', { className: 'quiet', 'data-act': 'rename' }, 'Rename'));
}
