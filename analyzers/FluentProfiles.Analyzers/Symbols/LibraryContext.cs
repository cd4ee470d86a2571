using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers.Symbols;

/// <summary>The library as a compilation sees it: its types by name, its fields and betas by their attributes.</summary>
internal sealed class LibraryContext
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<LibraryContext?>> ByCompilation = new();

    // The assembly of a package stays the same object while its user types, so that an edit reads no attribute again.
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<LibraryContext?>> ByAssembly = new();

    private readonly ConditionalWeakTable<IOperation, MethodReading> readings = new();
    private readonly Lazy<ImmutableArray<ITypeSymbol>> filterTypes;

    private LibraryContext(INamedTypeSymbol query, Func<string, INamedTypeSymbol?> find)
    {
        Query = query;
        Client = find("ProfilesClient");
        ClientInterface = find("IProfilesClient");
        Options = find("ProfilesClientOptions");
        CallOptions = find("CallOptions");
        Beta = find("AnthropicBeta");
        UserProfile = find("UserProfile");
        EnforcementStatus = find("EnforcementStatus");
        NewProfile = find("NewProfile");
        ProfileChanges = find("ProfileChanges");
        Setters = find("ProfileSetters");
        BulkOptions = find("BulkWriteOptions");
        SyncOptions = find("SyncOptions");
        SyncApplyOptions = find("SyncApplyOptions");
        CurrentRevision = find("ApiRevision")
            ?.GetMembers("Current")
            .OfType<IFieldSymbol>()
            .FirstOrDefault()
            ?.ConstantValue
            is int current
            ? current
            : int.MaxValue;
        Fields = new(query.ContainingAssembly);
        Betas = new(Beta);
        Values = new(query.ContainingAssembly);
        Ranges = new(query.ContainingAssembly);
        filterTypes = new(() => Fields.FilterTypesOf(UserProfile).ToImmutableArray());
    }

    public INamedTypeSymbol Query { get; }

    public INamedTypeSymbol? Client { get; }

    private INamedTypeSymbol? ClientInterface { get; }

    public INamedTypeSymbol? Options { get; }

    private INamedTypeSymbol? CallOptions { get; }

    public INamedTypeSymbol? Beta { get; }

    public INamedTypeSymbol? UserProfile { get; }

    public INamedTypeSymbol? EnforcementStatus { get; }

    private INamedTypeSymbol? NewProfile { get; }

    private INamedTypeSymbol? ProfileChanges { get; }

    private INamedTypeSymbol? Setters { get; }

    private INamedTypeSymbol? BulkOptions { get; }

    private INamedTypeSymbol? SyncOptions { get; }

    private INamedTypeSymbol? SyncApplyOptions { get; }

    public int CurrentRevision { get; }

    public FieldCatalog Fields { get; }

    public BetaCatalog Betas { get; }

    public ValueCatalog Values { get; }

    public RangeCatalog Ranges { get; }

    /// <summary>The context of a compilation, or null where the library is not referenced.</summary>
    public static LibraryContext? Of(Compilation compilation) =>
        ByCompilation.GetValue(compilation, static key => new(Create(key))).Value;

    /// <summary>What a body says of queries, read once for all rules.</summary>
    public MethodReading Read(ImmutableArray<IOperation> blocks) =>
        readings.TryGetValue(blocks[0], out var known) ? known : ReadFirst(blocks);

    public bool IsQuery(ITypeSymbol? type) => Is(type, Query);

    public bool IsBeta(ITypeSymbol? type) => Is(type, Beta);

    public bool IsClient(ITypeSymbol? type) => Is(type, Client);

    /// <summary>Whether a type is the client or its interface.</summary>
    public bool IsAnyClient(ITypeSymbol? type) => Is(type, Client) || Is(type, ClientInterface);

    public bool IsClientOptions(ITypeSymbol? type) => Is(type, Options);

    /// <summary>Whether a type is the options of a client or of a single call, which both name betas.</summary>
    public bool IsOptions(ITypeSymbol? type) => Is(type, Options) || Is(type, CallOptions);

    public bool IsProfile(ITypeSymbol? type) => Is(type, UserProfile);

    /// <summary>Whether a type says what a write sets of one profile.</summary>
    public bool IsWritten(ITypeSymbol? type) => Is(type, NewProfile) || Is(type, ProfileChanges);

    public bool IsSetters(ITypeSymbol? type) => Is(type, Setters);

    /// <summary>Whether a type is the options of a call that writes many profiles.</summary>
    public bool IsBulkOptions(ITypeSymbol? type) =>
        Is(type, BulkOptions) || Is(type, SyncOptions) || Is(type, SyncApplyOptions);

    /// <summary>Whether a type is that of a field that the service filters by.</summary>
    public bool IsFilterType(ITypeSymbol? type) =>
        type is not null && filterTypes.Value.Contains(type, SymbolEqualityComparer.Default);

    /// <summary>The field of a profile that a member sets: members of what is written have the field's name.</summary>
    public FieldFacts? FieldSetBy(IPropertySymbol member) =>
        !IsWritten(member.ContainingType) ? Fields.Find(member)
        : UserProfile?.GetMembers(member.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } field
            ? Fields.Find(field)
        : null;

    /// <summary>Whether a type is the mirror, which another package has.</summary>
    public static bool IsMirror(INamedTypeSymbol type) =>
        type
            is {
                Name: "ProfileMirror",
                ContainingNamespace: { Name: "FluentProfiles", ContainingNamespace.IsGlobalNamespace: true }
            };

    public bool IsOfLibrary(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Query.ContainingAssembly);

    // By itself: what a lambda captures is made whenever its method starts, which all rules but the first would pay for.
    private MethodReading ReadFirst(ImmutableArray<IOperation> blocks) =>
        readings.GetValue(blocks[0], _ => MethodReader.Read(this, blocks));

    // Asked of each local and call of a body: the name tells nearly all of them apart, and is at hand.
    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) =>
        type is not null
        && known is not null
        && type.Name == known.Name
        && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);

    private static LibraryContext? Create(Compilation compilation) =>
        compilation.GetTypeByMetadataName("FluentProfiles.ProfileQuery`1") is { } query
            ? ByAssembly
                .GetValue(
                    query.ContainingAssembly,
                    assembly => new(new(query, name => assembly.GetTypeByMetadataName("FluentProfiles." + name)))
                )
                .Value
            : null;
}
