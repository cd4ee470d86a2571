using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentProfiles.Tests.Properties.Conditions;

namespace FluentProfiles.Tests.Properties.Items;

/// <summary>Makes shapes whose type may have no name: C# infers it from the selector.</summary>
internal static class ShapeMaker
{
    public static Shape<T> Transparent<T>(
        Expression<Func<UserProfile, T>> selector,
        Action<Atoms<T>> atoms,
        Action<Catalog<T>> keys,
        bool comparesByValue = true,
        [CallerArgumentExpression(nameof(selector))] string text = ""
    ) => Of(selector, atoms, keys, isTransparent: true, comparesByValue, text);

    public static Shape<T> Opaque<T>(
        Expression<Func<UserProfile, T>> selector,
        Action<Atoms<T>> atoms,
        Action<Catalog<T>> keys,
        [CallerArgumentExpression(nameof(selector))] string text = ""
    ) => Of(selector, atoms, keys, isTransparent: false, comparesByValue: true, text);

    private static Shape<T> Of<T>(
        Expression<Func<UserProfile, T>> selector,
        Action<Atoms<T>> addAtoms,
        Action<Catalog<T>> addKeys,
        bool isTransparent,
        bool comparesByValue,
        string text
    )
    {
        Atoms<T> atoms = [];
        addAtoms(atoms);
        Catalog<T> catalog = new(atoms.Conditions);
        addKeys(catalog);
        return new(Regex.Replace(text, @"\s+", " "), selector, isTransparent, comparesByValue, catalog);
    }
}
