import { SimpleObjectMemory } from 'adaptive-expressions';
import { Template } from 'adaptivecards-templating';
import { readFieldsDirectly } from '../../src/cards/read-fields';

const body = {
  text: '${title}',
  path: '${person.name}',
  joined: '${title} (${count})',
  missing: '${nothing}',
  root: '${$root.title}',
  rows: [{ $data: '${rows}', $when: '${not(empty(title))}', number: '${$index}', text: '${title}' }],
};
const data = {
  title: '${count} {{TIME(x)}}',
  count: 0,
  nothing: null,
  person: { name: 'Ada' },
  rows: [{ title: 'one' }, { title: '' }, { title: 'two' }],
};

const expand = (): unknown => new Template(body).expand({ $root: data });

describe('reading fields directly', () => {
  it('fills a template as the library does, without its search for a field', () => {
    const whole = expand();
    const search = jest.spyOn(SimpleObjectMemory.prototype, 'getValue');

    readFieldsDirectly();

    expect(expand()).toEqual(whole);
    const searched = search.mock.calls.map(([path]) => path);
    expect(searched).toContain('$data.nothing');
    expect(searched).not.toContain('$data.title');
  });
});
