using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>A member whose value is got and set through the property's own accessors.</summary>
internal sealed class PropertyCodec<TOwner, TValue> : MemberCodec<TOwner>
    where TOwner : class, new()
{
    private readonly ValueCodec<TValue> value;
    private readonly Func<TOwner, TValue> get;
    private readonly Action<TOwner, TValue> set;
    private readonly TValue unset;

    public PropertyCodec(ProfileField field, ValueCodec<TValue> value)
        : base(field)
    {
        this.value = value;
        get = field.Property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
        set = field.Property.SetMethod!.CreateDelegate<Action<TOwner, TValue>>();
        unset = get(new());
    }

    public override void Read(ref Utf8JsonReader reader, TOwner owner, ReadContext context)
    {
        // A default is shared by all owners, so it is never read into.
        if (context.RecyclesParts && !typeof(TValue).IsValueType && get(owner) is { } earlier)
            set(
                owner,
                ReferenceEquals(earlier, unset)
                    ? value.Read(ref reader, context)
                    : value.ReadOver(earlier, ref reader, context)
            );
        else
            set(owner, value.Read(ref reader, context));
    }

    public override void Write(Utf8JsonWriter writer, TOwner owner, bool withNulls)
    {
        var written = get(owner);
        if (!withNulls && value.IsNull(written))
            return;
        writer.WritePropertyName(Name);
        value.Write(writer, written, withNulls);
    }

    public override bool HasValue(TOwner owner) => !EqualityComparer<TValue>.Default.Equals(get(owner), unset);

    public override void Clear(TOwner owner) => set(owner, unset);
}
