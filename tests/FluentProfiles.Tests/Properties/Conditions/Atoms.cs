using System.Collections;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CsCheck;

namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>The conditions without parts, each written as plain C#: <c>x => p => p.CreatedAt &lt; x</c> is one for every value of
/// x, captured as the compiler captures a variable.</summary>
internal sealed class Atoms<T> : IEnumerable<Gen<Condition<T>>>
{
    private readonly List<Gen<Condition<T>>> atoms = [];

    /// <summary>An atom, or several joined.</summary>
    public Gen<Condition<T>> Conditions =>
        field ??= Nested(Nested(Nested(Gen.OneOf(atoms.ToArray<IGen<Condition<T>>>()))));

    public void Add<TValue>(
        Gen<TValue> values,
        Func<TValue, Expression<Func<T, bool>>> shape,
        Subject subject = Subject.Other,
        [CallerArgumentExpression(nameof(shape))] string text = ""
    ) =>
        atoms.Add(
            values.Select(value => new Condition<T>(Body(text, value), shape(value), Join.Atom, [], subject, value))
        );

    public void Add(Expression<Func<T, bool>> lambda, [CallerArgumentExpression(nameof(lambda))] string text = "") =>
        atoms.Add(Gen.Const(new Condition<T>(Body("x => " + text, null), lambda, Join.Atom, [])));

    public IEnumerator<Gen<Condition<T>>> GetEnumerator() => atoms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Gen<Condition<T>> Nested(Gen<Condition<T>> inner) =>
        Gen.Frequency(
            (8, inner),
            (2, Gen.Select(inner, inner, Condition<T>.And)),
            (2, Gen.Select(inner, inner, Condition<T>.Or)),
            (1, inner.Select(Condition<T>.Not)),
            (1, Gen.Select(inner, inner, inner, Condition<T>.Choice))
        );

    private static string Body(string text, object? value)
    {
        var body = Regex.Replace(text, @"^x => p => ", "").Replace("\n", " ");
        return Regex.Replace(body, @"\bx\b", Literal.Of(value).Replace("$", "$$"));
    }
}
