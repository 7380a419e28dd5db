using System.Diagnostics.Metrics;
using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds text classifiers to a service.</summary>
/// <remarks>
/// A classifier is loaded when the host starts, before its hosted services and the web server. If its options are wrong, the start ends
/// with an <see cref="OptionsValidationException"/>; if its file can't be loaded, with the exception of
/// <see cref="MaxPoolConvNet.TextClassifier.Load(string, MaxPoolConvNet.LoadOptions?)"/>. Adding a key again adds to its options.
/// </remarks>
public static class TextClassifierServiceCollectionExtensions
{
    /// <summary>Adds a text classifier, an <see cref="ITextClassifierService"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddTextClassifier(this IServiceCollection services, Action<TextClassifierOptions> configure) =>
        Add(services, Options.Options.DefaultName, configure);

    /// <summary>Adds a text classifier, an <see cref="ITextClassifierService"/>, with options from a configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration section that has the options, such as
    /// <c>builder.Configuration.GetSection("Classifier")</c>. Read once.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddTextClassifier(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, Options.Options.DefaultName, Binding(configuration));

    /// <summary>Adds a text classifier, a keyed <see cref="ITextClassifierService"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, for <see cref="FromKeyedServicesAttribute"/>; also the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    public static IServiceCollection AddTextClassifier(
        this IServiceCollection services, string serviceKey, Action<TextClassifierOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        return Add(services, serviceKey, configure);
    }

    /// <summary>Adds a text classifier, a keyed <see cref="ITextClassifierService"/>, with options from a configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, for <see cref="FromKeyedServicesAttribute"/>; also the name of the options.</param>
    /// <param name="configuration">The configuration section that has the options, such as
    /// <c>builder.Configuration.GetSection("Tickets")</c>. Read once.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    public static IServiceCollection AddTextClassifier(this IServiceCollection services, string serviceKey, IConfiguration configuration)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        return Add(services, serviceKey, Binding(configuration));
    }

    private static Action<TextClassifierOptions> Binding(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return options =>
        {
            options.Section = (configuration as IConfigurationSection)?.Path ?? options.Section;
            configuration.Bind(options);
        };
    }

    private static IServiceCollection Add(IServiceCollection services, string name, Action<TextClassifierOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<TextClassifierOptions>(name).Configure(configure).ValidateOnStart();
        if (services.Any(one => one.ServiceType == typeof(ReloadingClassifier) && (string?)one.ServiceKey == name)) return services;
        services.TryAddSingleton(provider => new ContentRoot(provider.GetService<IHostEnvironment>()));
        services.TryAddSingleton(provider => new TextClassifierMetrics(provider.GetService<IMeterFactory>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TextClassifierOptions>, TextClassifierOptionsValidator>());
        services.AddKeyedSingleton(name, (provider, _) => Create(provider, name));
        services.AddSingleton<IHostedService>(provider => new StartupLoading(provider.GetRequiredKeyedService<ReloadingClassifier>(name)));
        if (name.Length == 0)
            services.AddSingleton<ITextClassifierService>(provider => provider.GetRequiredKeyedService<ReloadingClassifier>(name));
        else
            services.AddKeyedSingleton<ITextClassifierService>(
                name, (provider, _) => provider.GetRequiredKeyedService<ReloadingClassifier>(name));
        return services;
    }

    private static ReloadingClassifier Create(IServiceProvider provider, string name)
    {
        TextClassifierOptions options = provider.GetRequiredService<IOptionsMonitor<TextClassifierOptions>>().Get(name);
        return new ReloadingClassifier(
            name,
            provider.GetRequiredService<ContentRoot>().FullPath(options.Path),
            options,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<TextClassifierMetrics>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance);
    }
}
