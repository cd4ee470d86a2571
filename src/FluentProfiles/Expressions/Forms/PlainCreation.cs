using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Tells which new objects give back what they were given, because the compiler or the framework wrote what lies
/// between: anonymous types, tuples, fields, and properties without code of their own. A setter, getter or constructor with a
/// body may change a value.</summary>
internal static class PlainCreation
{
    /// <summary>What a new object was given, or null where it may give back anything else.</summary>
    public static IEnumerable<Expression>? ValuesOf(Expression created) =>
        created switch
        {
            NewExpression { Members: not null } anonymous when IsOfCompiler(anonymous.Type) => anonymous.Arguments,
            MemberInitExpression { NewExpression.Arguments.Count: 0 } initialised
                when initialised.Bindings.All(binding => binding is MemberAssignment && IsPlain(binding.Member)) =>
                initialised.Bindings.Select(binding => ((MemberAssignment)binding).Expression),
            _ => TupleItems.Of(created),
        };

    /// <summary>What one member of a new object was given, or null where it may give anything else.</summary>
    public static Expression? ValueOf(Expression? created, MemberInfo member) =>
        created switch
        {
            NewExpression { Members: { } members } anonymous when IsOfCompiler(anonymous.Type) => anonymous
                .Arguments.Zip(members)
                .FirstOrDefault(pair => pair.Second == member)
                .First,
            MemberInitExpression initialised when IsPlain(member) => initialised
                .Bindings.OfType<MemberAssignment>()
                .FirstOrDefault(binding => binding.Member == member)
                ?.Expression,
            _ => TupleItems.Of(created, member),
        };

    private static bool IsPlain(MemberInfo member) =>
        member is FieldInfo
        || (
            member is PropertyInfo { GetMethod: { } getter, SetMethod: { } setter }
            && IsPlain(getter)
            && IsPlain(setter)
        );

    // What may be overridden is not known here.
    private static bool IsPlain(MethodInfo accessor) =>
        IsOfCompiler(accessor) && (!accessor.IsVirtual || accessor.IsFinal);

    private static bool IsOfCompiler(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
