namespace FluentProfiles.Analyzers.Symbols;

/// <summary>What the attribute on a property of the model says.</summary>
internal sealed class FieldFacts
{
    public FieldFacts(IPropertySymbol property, AttributeData attribute)
    {
        Property = property;
        foreach (var named in attribute.NamedArguments)
            Set(named.Key, named.Value.Value);
    }

    public IPropertySymbol Property { get; }

    public int Since { get; private set; } = int.MinValue;

    public int Until { get; private set; } = int.MaxValue;

    public bool Sortable { get; private set; }

    /// <summary>True for a time that the service sorts by. A bound on it ends the scan of a listing in its order.</summary>
    public bool IsSortableTime => Sortable && Property.Type.Name == nameof(DateTimeOffset);

    public bool Filterable { get; private set; }

    public bool OnlyByGet { get; private set; }

    public string? ReplacedBy { get; private set; }

    public bool Writable { get; private set; }

    public bool Clearable { get; private set; }

    public int MinLength { get; private set; }

    /// <summary>0 for no limit.</summary>
    public int MaxLength { get; private set; }

    /// <summary>Of a map's keys; 0 for what is no map.</summary>
    public int MaxKeyLength { get; private set; }

    /// <summary>0 for what is no map.</summary>
    public int MaxPairs { get; private set; }

    public bool IsServedBy(int revision) => Since <= revision && revision <= Until;

    private void Set(string name, object? value)
    {
        switch (name, value)
        {
            case (nameof(Since), int revision):
                Since = revision;
                break;
            case (nameof(Until), int revision):
                Until = revision;
                break;
            case (nameof(ReplacedBy), string path):
                ReplacedBy = path;
                break;
            case (_, bool flag):
                SetFlag(name, flag);
                break;
            case (_, int limit):
                SetLimit(name, limit);
                break;
        }
    }

    private void SetFlag(string name, bool flag)
    {
        Sortable |= flag && name == nameof(Sortable);
        Filterable |= flag && name == nameof(Filterable);
        OnlyByGet |= flag && name == nameof(OnlyByGet);
        Writable |= flag && name == nameof(Writable);
        Clearable |= flag && name == nameof(Clearable);
    }

    private void SetLimit(string name, int limit)
    {
        switch (name)
        {
            case nameof(MinLength):
                MinLength = limit;
                break;
            case nameof(MaxLength):
                MaxLength = limit;
                break;
            case nameof(MaxKeyLength):
                MaxKeyLength = limit;
                break;
            case nameof(MaxPairs):
                MaxPairs = limit;
                break;
        }
    }
}
