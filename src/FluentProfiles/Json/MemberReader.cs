using System.Text;
using System.Text.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>Reads one member of an object into its property.</summary>
internal abstract class MemberReader<TOwner>(ProfileField field)
{
    public string JsonName { get; } = field.Name;

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(field.Name);

    public FieldMask Mask { get; } = field.Mask;

    public abstract void Read(ref Utf8JsonReader reader, TOwner owner, ReadContext context);

    /// <summary>Puts the property back to its default.</summary>
    public abstract void Clear(TOwner owner);
}
