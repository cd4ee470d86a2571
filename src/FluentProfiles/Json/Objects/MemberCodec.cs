using System.Text;
using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>Reads one member of an object into its property, and writes it.</summary>
internal abstract class MemberCodec<TOwner>(ProfileField field)
{
    private readonly ProfileFieldAttribute facts = field.Facts!;

    public string JsonName { get; } = field.Name;

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(field.Name);

    public FieldMask Mask { get; } = field.Mask;

    public abstract void Read(ref Utf8JsonReader reader, TOwner owner, ReadContext context);

    /// <summary>Writes the name and the value.</summary>
    public abstract void Write(Utf8JsonWriter writer, TOwner owner, bool withNulls);

    public bool IsServedBy(ApiRevision revision) => facts.IsServedBy(revision);

    /// <summary>Returns whether the property has another value than its default.</summary>
    public abstract bool HasValue(TOwner owner);

    /// <summary>Puts the property back to its default.</summary>
    public abstract void Clear(TOwner owner);
}
