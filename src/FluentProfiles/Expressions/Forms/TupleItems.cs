using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Reads what a new tuple holds: <c>new Tuple&lt;…&gt;(…)</c> and <c>new ValueTuple&lt;…&gt;(…)</c>, which is also how F# writes
/// one, and their <c>Create</c> methods. A C# expression has no literal for a tuple.</summary>
internal static class TupleItems
{
    // A longer tuple keeps the rest in a tuple of its own.
    private const int MostItems = 7;

    /// <summary>The items, or null for any other expression.</summary>
    public static IReadOnlyList<Expression>? Of(Expression? created) =>
        created switch
        {
            NewExpression { Arguments: { Count: > 0 and <= MostItems } items, Type: var type }
                when type.IsAssignableTo(typeof(ITuple)) && type.Assembly == typeof(ITuple).Assembly => items,
            MethodCallExpression
            {
                Method: { Name: nameof(Tuple.Create) } create,
                Arguments: { Count: > 0 and <= MostItems } items
            } when create.DeclaringType == typeof(Tuple) || create.DeclaringType == typeof(ValueTuple) => items,
            _ => null,
        };

    /// <summary>The item that a member names, or null where it names none.</summary>
    public static Expression? Of(Expression? created, MemberInfo member) =>
        Of(created) is { } items
        && member.Name.StartsWith("Item", StringComparison.Ordinal)
        && int.TryParse(member.Name.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
        && position <= items.Count
            ? items[position - 1]
            : null;
}
