using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Planning.Filters;

/// <summary>Translates a test of a field that the service filters by into the texts of the values that pass it, or declines with
/// null.</summary>
internal sealed class FilterTranslator : IExtensibleEnumVisitor<Func<ValueTest, IReadOnlyList<string?>?>>
{
    private readonly Func<ValueTest, IReadOnlyList<string?>?> translate;

    public FilterTranslator(ProfileFilter filter)
    {
        Filter = filter;
        translate = filter.Type is { } type ? type.Accept(this) : new ValueSetTranslator<string?>(IsField).Translate;
    }

    public ProfileFilter Filter { get; }

    public IReadOnlyList<string?>? Translate(ValueTest test) => translate(test);

    public Func<ValueTest, IReadOnlyList<string?>?> Visit<T>(ExtensibleEnum<T> type)
        where T : struct, IEquatable<T>
    {
        var values = new ValueSetTranslator<T>(IsField);
        var texts = new ValueSetTranslator<string?>(IsText);
        return test =>
            values.Translate(test) is { } known
                ? TextsOf(known)
                : texts.Translate(test)?.Where(text => text is not null).ToList();
    }

    private static string?[] TextsOf<T>(IReadOnlyList<T> values)
        where T : struct
    {
        var texts = new string?[values.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = values[i].ToString();
        return texts;
    }

    private bool IsField(Expression node) => ProfileMember.Is(node, Filter.Field);

    private bool IsText(Expression node) =>
        node is MethodCallExpression { Method.Name: nameof(ToString), Object: { } value, Arguments: [] }
        && IsField(value);
}
