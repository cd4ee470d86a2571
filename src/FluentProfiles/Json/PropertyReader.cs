using System.Text.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>A member whose value is set through the property's own init accessor.</summary>
internal sealed class PropertyReader<TOwner, TValue> : MemberReader<TOwner>
    where TOwner : class, new()
{
    private readonly ValueReader<TValue> value;
    private readonly Func<TOwner, TValue> get;
    private readonly Action<TOwner, TValue> set;
    private readonly TValue unset;

    public PropertyReader(ProfileField field, ValueReader<TValue> value)
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

    public override void Clear(TOwner owner) => set(owner, unset);
}
