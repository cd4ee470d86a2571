using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Values;

/// <summary>Reads and writes one JSON value. The reader stands on the value's first token and is left on its last; a value of another
/// kind is a <see cref="JsonException"/>.</summary>
internal abstract class ValueCodec<TValue> : ValueCodec
{
    public abstract TValue Read(ref Utf8JsonReader reader, ReadContext context);

    /// <summary>Reads the value into an object of an earlier one, where the type has such.</summary>
    public virtual TValue ReadOver(TValue earlier, ref Utf8JsonReader reader, ReadContext context) =>
        Read(ref reader, context);

    /// <param name="writer">Stands where a value is due.</param>
    /// <param name="value">The value.</param>
    /// <param name="withNulls">Whether members of objects are written that are null.</param>
    public abstract void Write(Utf8JsonWriter writer, TValue value, bool withNulls);

    /// <summary>Returns whether the value is null in JSON.</summary>
    public virtual bool IsNull(TValue value) => value is null;

    public sealed override JsonConverter ToConverter(JsonSerializerOptions options) =>
        new CodecConverter<TValue>(this, options);

    public sealed override MemberCodec<TOwner> Bind<TOwner>(ProfileField field) =>
        new PropertyCodec<TOwner, TValue>(field, this);

    protected static JsonException Unexpected(ref Utf8JsonReader reader, string wanted) =>
        new($"{wanted} was expected where the JSON has {reader.TokenType}.");
}
