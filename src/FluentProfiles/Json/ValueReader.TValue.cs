using System.Text.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>Reads one JSON value. The reader stands on the value's first token and is left on its last; a value of another
/// kind is a <see cref="JsonException"/>.</summary>
internal abstract class ValueReader<TValue> : ValueReader
{
    public abstract TValue Read(ref Utf8JsonReader reader, ReadContext context);

    /// <summary>Reads the value into an object of an earlier one, where the type has such.</summary>
    public virtual TValue ReadOver(TValue earlier, ref Utf8JsonReader reader, ReadContext context) =>
        Read(ref reader, context);

    public sealed override MemberReader<TOwner> Bind<TOwner>(ProfileField field) =>
        new PropertyReader<TOwner, TValue>(field, this);

    protected static JsonException Unexpected(ref Utf8JsonReader reader, string wanted) =>
        new($"{wanted} was expected where the JSON has {reader.TokenType}.");
}
