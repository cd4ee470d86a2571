using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Items;

/// <summary>A sort key or the selector of an extreme, whatever its type.</summary>
internal abstract record Key<T>(string Text)
{
    public abstract ProfileQuery<T> Order(ProfileQuery<T> query, bool descending);

    public abstract void Order(Rows<T> rows, bool descending);

    public abstract Task<object?> ExtremeItemAsync(ProfileQuery<T> query, bool isMax);

    public abstract object? ExtremeItem(Rows<T> rows, bool isMax);

    public abstract Task<object?> ExtremeAsync(ProfileQuery<T> query, bool isMax);

    public abstract object? Extreme(Rows<T> rows, bool isMax);

    public abstract Task<string> DictionaryAsync(ProfileQuery<T> query);

    public abstract string Dictionary(Rows<T> rows);

    public abstract Task<string> CountsAsync(ProfileQuery<T> query);

    public abstract string Counts(Rows<T> rows);

    /// <summary>The length of the key's text; 0 where the key is no text.</summary>
    public abstract Expression<Func<T, int>> Length { get; }

    /// <summary>The length of the key's text; null where there is none, or the key is no text.</summary>
    public abstract Expression<Func<T, decimal?>> LengthOrNull { get; }
}
