using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Planning.Filters;

/// <summary>Translates a condition that limits the status or the id to some values, or declines it with null.</summary>
internal static class FieldValues
{
    private static readonly ValueSetTranslator<EnforcementStatus> Statuses = new(node =>
        ProfileMember.Is(node, ProfileSchema.EnforcementStatus)
    );
    private static readonly ValueSetTranslator<string?> StatusTexts = new(IsStatusText);
    private static readonly ValueSetTranslator<string?> Ids = new(IsId);

    public static ServiceBounds? Translate(Expression condition, bool negated) =>
        ValueTest.Read(condition) is { } test ? Translate(test, negated) : null;

    public static ServiceBounds? Translate(ValueTest test, bool negated)
    {
        if (Statuses.Translate(test) is { } statuses)
            return OfStatuses(statuses, negated != test.IsNegated);
        if (StatusTexts.Translate(test) is { } texts)
            return OfStatuses(
                [.. texts.OfType<string>().Select(text => (EnforcementStatus)text)],
                negated != test.IsNegated
            );
        return Ids.Translate(test) is { } ids ? OfIds(ids, negated != test.IsNegated) : null;
    }

    // The default value stands for "null or not served", which no parameter can say. The complement is not known: the service
    // may add values.
    private static ServiceBounds OfStatuses(IReadOnlyList<EnforcementStatus> statuses, bool negated) =>
        negated ? Complement(statuses)
        : statuses.Contains(default) ? ServiceBounds.Unknown
        : ServiceBounds.All with { Statuses = statuses };

    private static ServiceBounds OfIds(IReadOnlyList<string?> ids, bool negated) =>
        negated ? Complement(ids) : ServiceBounds.All with { Ids = [.. ids.OfType<string>().Where(CanBeId)] };

    private static ServiceBounds Complement<T>(IReadOnlyList<T> values) =>
        values.Count == 0 ? ServiceBounds.All : ServiceBounds.Unknown;

    // The text of a text is itself.
    private static bool IsId(Expression node) =>
        node is MethodCallExpression { Method.Name: nameof(ToString), Object: { } text, Arguments: [] }
        && text.Type == typeof(string)
            ? IsId(text)
            : ProfileMember.Is(node, ProfileSchema.Id);

    private static bool IsStatusText(Expression node) =>
        node is MethodCallExpression { Method.Name: nameof(ToString), Object: { } status, Arguments: [] }
        && ProfileMember.Is(status, ProfileSchema.EnforcementStatus);

    // What can't stand in an address can't be an id of the service.
    private static bool CanBeId(string text) => text is not ("" or "." or "..");
}
