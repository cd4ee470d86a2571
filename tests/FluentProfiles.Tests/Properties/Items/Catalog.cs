using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CsCheck;
using FluentProfiles.Tests.Properties.Conditions;

namespace FluentProfiles.Tests.Properties.Items;

/// <summary>What can be said of items of a type: conditions and keys.</summary>
internal sealed class Catalog<T>(Gen<Condition<T>> conditions)
{
    private readonly List<Key<T>> keys = [];
    private readonly List<Key<T>> unique = [];

    public Gen<Condition<T>> Conditions => conditions;

    public Gen<Key<T>> Keys => Gen.OneOf(keys.ToArray());

    /// <summary>Keys for dictionaries: never null, mostly different.</summary>
    public IReadOnlyList<Key<T>> DictionaryKeys => unique;

    public Catalog<T> Key<TKey>(
        Expression<Func<T, TKey>> selector,
        ServiceField field = ServiceField.None,
        bool ofDictionary = false,
        [CallerArgumentExpression(nameof(selector))] string text = ""
    )
    {
        var key = new Key<T, TKey>(Regex.Replace(text, @"\s+", " "), selector, field);
        keys.Add(key);
        if (ofDictionary)
            unique.Add(key);
        return this;
    }
}
