using System.Linq.Expressions;
using FluentProfiles.Model.Profiles;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Filters;

/// <summary>Translates a condition that limits a filter or the id to some values, or declines it with null.</summary>
internal static class FieldValues
{
    private static readonly FilterTranslator[] Filters =
    [
        .. ProfileSchema.Filters.Select(filter => new FilterTranslator(filter)),
    ];
    private static readonly ValueSetTranslator<string?> Ids = new(IsId);

    public static ServiceBounds? Translate(Expression condition, bool negated)
    {
        var test = ValueTest.Read(condition);
        return (test is { } known ? Translate(known, negated) : null) ?? UnreadIds.BoundsOf(condition, test, negated);
    }

    public static ServiceBounds? Translate(ValueTest test, bool negated)
    {
        foreach (var translator in Filters)
        {
            if (translator.Translate(test) is { } values)
                return OfFilter(translator.Filter, values, negated != test.IsNegated);
        }
        return Ids.Translate(test) is { } ids ? OfIds(ids, negated != test.IsNegated) : null;
    }

    // An empty text stands for "null or not served", which no parameter can say. The complement is not known: the service may
    // add values.
    private static ServiceBounds OfFilter(ProfileFilter filter, IReadOnlyList<string?> values, bool negated) =>
        negated ? Complement(values)
        : values.Any(string.IsNullOrEmpty) ? ServiceBounds.Unknown
        : ServiceBounds.All with { Values = FilterValues.Of(filter, values!) };

    // What no request can ask for is the id of no profile.
    private static ServiceBounds OfIds(IReadOnlyList<string?> ids, bool negated) =>
        negated
            ? Complement(ids)
            : ServiceBounds.All with
            {
                Ids = [.. ids.OfType<string>().Where(ProfileId.CanBeAskedFor)],
            };

    private static ServiceBounds Complement<T>(IReadOnlyList<T> values) =>
        values.Count == 0 ? ServiceBounds.All : ServiceBounds.Unknown;

    /// <summary>True for the id of the profile. The text of a text is itself.</summary>
    public static bool IsId(Expression node) =>
        node is MethodCallExpression { Method.Name: nameof(ToString), Object: { } text, Arguments: [] }
        && text.Type == typeof(string)
            ? IsId(text)
            : ProfileMember.Is(node, ProfileSchema.Id);
}
